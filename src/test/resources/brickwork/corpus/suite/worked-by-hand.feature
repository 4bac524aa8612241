Feature: One step worked by hand

  Scenario: the weights after one step are those of the calculation by hand
    Given the spec:
      """
      precision f64
      data rows [ 0.05 0.10 -> 0.01 0.99 ]
      layer 2 -> 2 sigmoid init [[0.15 0.20] [0.25 0.30]] bias fixed [0.35 0.35]
      layer 2 -> 2 sigmoid init [[0.40 0.45] [0.50 0.55]] bias fixed [0.60 0.60]
      loss 0.5 * sse
      optimizer sgd rate 0.5
      train 1 epoch batch full in order
      """
    When the network is trained
    Then the initial loss is 0.2983711087600027 within 1e-14
    And the loss is 0.29102777369359933 within 1e-14
    And layer1.weight is, within 1e-15:
      | 0.1497807161327628  | 0.19956143226552567 |
      | 0.24975114363236958 | 0.29950228726473915 |
    And layer2.weight is, within 1e-15:
      | 0.35891647971788465 | 0.4086661860762334 |
      | 0.5113012702387375  | 0.5613701211079891 |
    And one step moves each parameter by exactly -rate times its gradient
