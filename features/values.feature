Feature: Known values

  Scenario: samples and expected values in tables
    Given the spec:
      """
      precision f64
      layer 2 -> 1 linear init [[2 3]] bias [1]
      loss mse + l2 0.5
      optimizer sgd rate 0.1
      train 1 epoch batch full
      """
    And the samples:
      | 1 | 0 | -> | 4 |
      | 0 | 1 | -> | 4 |
    Then the initial loss is 7 within 1e-15
    And the initial data loss is 0.5 bit for bit
    And the initial penalty is 6.5 within 1 ulp
    And the initial layer1.weight is, bit for bit:
      | 2 | 3 |
    And the gradient of layer1.weight is, within 1e-15:
      | 1 | 3 |
    And the gradient of layer1.bias is, within 1e-15 relative:
      | -1 |
    And a higher penalty raises the loss
    When the network is trained
    Then layer1.weight is, within 1e-15:
      | 1.9 | 2.7 |
    And the loss of epoch 0 is 7 within 1e-15
    And the outputs are, within 1e-14:
      | 1 | 0 | -> | 3   |
      | 2 | 1 | -> | 7.6 |
    And the output for "0 0" is "1.1" within 1e-14
    And the mse on the training part is 0.52 within 1e-14
    And the mae is at most 0.71

  Scenario: classes by their names
    Given the spec:
      """
      layer 1 -> 2 softmax init [[-4] [4]]
      loss cross_entropy
      train 1 epoch
      """
    And the samples:
      | -1 | -> | cold |
      | 1  | -> | warm |
    When the network is trained
    Then the classes are:
      | -0.5 | -> | cold |
      | 2    | -> | warm |
    And the recall of class "warm" is at least 100%
    And at most 0 samples of class "cold" are taken for class "warm"
