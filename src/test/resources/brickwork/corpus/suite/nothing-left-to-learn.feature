Feature: Nothing left to learn

  Scenario Outline: a network that meets its targets exactly stays as it is under <loss>
    Given the spec:
      """
      data rows [ 1 -> 2; 3 -> 6 ]
      layer 1 -> 1 linear init [[2]]
      loss <loss>
      optimizer sgd rate 0.1
      train 3 epochs
      """
    When the network is trained
    Then the loss is 0
    And layer1.weight is, within 0:
      | 2 |
    And layer1.bias is, within 0:
      | 0 |

    Examples:
      | loss      |
      | mse       |
      | sse       |
      | mae       |
      | huber 0.5 |
