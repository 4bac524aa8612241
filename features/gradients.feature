Feature: Gradients

  The backward gradient of every parameter agrees with a numeric one.

  Scenario Outline: gradcheck diff < 1e-7 for <spec>
    Given the spec "specs/<spec>.nn"
    Then the gradcheck diff is below 1e-7
    And the gradcheck norm is below 1e-9

    Examples:
      | spec   |
      | card   |
      | xor    |
      | moons  |
      | digits |
      | iris   |
      | mazur  |

  Scenario: the ridge penalty's gradient is right by itself
    Given the spec "specs/xor.nn"
    Then the gradcheck diff of the penalty is below 1e-12

  Scenario: every part of the loss by itself, and every layer
    Given the spec "specs/iris.nn"
    Then the gradient check passes
    And the gradcheck diff of the data loss is below 1e-8
    And the gradcheck norm of the penalty is below 1e-14
    And the gradcheck diff of layer 2 is below 1e-8

  Scenario: forward-mode derivatives need no step
    Given the spec:
      """
      layer 3 -> 5 gelu -> 4 silu -> 3 softplus -> 2 softmax
      loss cross_entropy + mse + l2 0.01
      """
    Then forward-mode derivatives agree with backward within 64 ulp
    And the gradient check meets 0 kinks

  Scenario: kinks are listed, and the language says what the derivative is there
    Given the spec:
      """
      precision f64
      layer 2 -> 3 relu init [[1 1] [1 -1] [1 1]] bias zeros -> 2 leaky_relu 0.2 -> 1 linear
      loss mae + huber 0.5 + l1 0.01
      """
    And the samples:
      | 0.5 | 0.5 | -> | 1   |
      | 1   | 0   | -> | 0   |
      | 0.2 | 0.3 | -> | 0.4 |
    Then the gradient check passes
    And the gradient check meets 1 kink
    And the gradient check lists a kink at unit 1 of layer 1
    And at a kink the documented subgradient is used
