Feature: Updates

  Training, update by update, against the reference interpreter: it shares no code with the engine, and says by itself which samples a batch
  takes, what dropout drops, the rate of each epoch, and where every optimizer's formula leads.

  Scenario: one step of gradient descent goes against the gradient
    Given the spec "specs/mazur.nn"
    Then one step moves each parameter by exactly -rate times its gradient
    And one step equals the reference's within 1e-15

  Scenario: steps in single precision
    Given the spec:
      """
      seed 4
      data iris
      layer 4 -> 6 tanh -> 3 softmax
      loss cross_entropy + l2 1e-3
      optimizer sgd rate 0.1
      train 5 epochs batch 16
      """
    Then one step moves each parameter by exactly -rate times its gradient
    And after 5 steps every parameter and the optimizer state equal the reference's within 1e-5

  Scenario Outline: <optimizer> goes where its formula leads
    Given the spec:
      """
      seed 11
      precision f64
      data moons samples 50 noise 0.2
      layer 2 -> 5 gelu dropout 20% -> 4 tanh -> 1 sigmoid
      loss bce + l2 1e-3 + l1 1e-4
      optimizer <optimizer>
      <clip>
      train 4 epochs batch 16
      """
    Then one step equals the reference's within 1e-14
    And after 6 steps every parameter and the optimizer state equal the reference's within 1e-12
    And every update of the training equals the reference's within 1e-13

    Examples:
      | optimizer                                                  | clip            |
      | sgd rate 0.5                                               |                 |
      | sgd rate 0.2 momentum 0.9 decay step 0.5 every 2 epochs    | clip norm 0.1   |
      | sgd rate 0.2 momentum 0.9 nesterov decay exponential 0.9   |                 |
      | adam rate 0.01 decay cosine to 0.001                       | clip value 0.01 |
      | adamw rate 0.01 decay 0.1 warmup 2 epochs decay inverse 1  |                 |
      | rmsprop rate 0.01 decay linear to 0                        |                 |
      | adagrad rate 0.1 plateau 0.5 after 1 epochs                | clip norm 0.5   |
      | rprop rate 0.01                                            | clip value 0.01 |
      | rprop rate 0.1 shrink 0.3 grow 1.5 smallest 0.02 largest 0.2 |               |

  Scenario: the beginning of a long training
    Given the spec "specs/digits.nn"
    And the seed is 5
    Then every update of the first 1 epoch equals the reference's within 1e-4

  Scenario: the rates of a schedule
    Given the spec:
      """
      data xor
      layer 2 -> 3 tanh -> 1 sigmoid
      loss bce
      optimizer sgd rate 0.2 warmup 2 epochs decay step 0.5 every 3 epochs
      train 12 epochs
      """
    Then the rate of epoch 3 is 0.1
    And the rates of the epochs are:
      | epoch | rate  |
      | 0     | 0.1   |
      | 1     | 0.2   |
      | 2     | 0.2   |
      | 5     | 0.1   |
      | 6     | 0.05  |
      | 9     | 0.025 |

  Scenario: every sample is used once an epoch, in an order of its own
    Given the spec "specs/moons.nn"
    Then every sample is used once in each of the first 3 epochs
    And the order of the samples is another in each of the first 3 epochs
