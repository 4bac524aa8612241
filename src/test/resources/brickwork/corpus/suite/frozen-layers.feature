Feature: Frozen layers

  Scenario: a frozen layer stays as it is, and its weights count in the penalty
    Given the spec:
      """
      data xor
      layer 2 -> 2 tanh init [[1 2] [3 4]] bias [0.5 -0.5] frozen
      layer 2 -> 1 sigmoid init [[0.5 -0.5]]
      loss bce + l2 0.01
      optimizer sgd rate 0.5
      train 5 epochs batch 2
      """
    When the network is trained
    Then layer1.weight is, within 0:
      | 1 | 2 |
      | 3 | 4 |
    And layer1.bias is, within 0:
      | 0.5  |
      | -0.5 |
    And the penalty is at least 0.3
    And the loss decreases
