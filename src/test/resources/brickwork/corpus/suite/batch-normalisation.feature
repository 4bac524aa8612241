Feature: Batch normalisation

  Scenario Outline: gradients through a normalised layer are right with the <kernels> kernels
    Given the spec:
      """
      data blobs samples 16 classes 3 features 4
      layer 4 -> 6 tanh norm -> 5 gelu norm epsilon 0.1 -> 3 softmax norm
      loss cross_entropy + l2 0.01
      """
    And the <kernels> kernels
    Then the gradcheck diff is below 1e-7
    And the gradcheck norm is below 1e-9

    Examples:
      | kernels |
      | scalar  |
      | SIMD    |

  Scenario: every update moves the running values as the formulas say, and penalties leave gamma and beta alone
    Given the spec:
      """
      precision f64
      seed 3
      data moons samples 14 noise 0.2
      layer 2 -> 5 gelu norm momentum 0.3 epsilon 0.01 -> 3 tanh norm dropout 0.4 -> 1 sigmoid
      loss bce + l2 0.3
      optimizer adam rate 0.05
      clip norm 0.5
      train 3 epochs batch 4
      """
    Then every update of the training equals the reference's within 1e-12

  Scenario: predictions take the running values
    Given the spec:
      """
      precision f64
      data rows [ 1 -> 0; 3 -> 0 ]
      layer 1 -> 1 linear init [[1]] norm frozen
      loss mse
      train 1 epoch batch full
      """
    When the network is trained
    Then the output for "1" is "0.762766604283425" within 1e-12
    And the output for "3" is "2.669683114991987" within 1e-12
    And saving and loading the network changes no bit of a prediction
