Feature: Predictions are scaled

  Scenario: a trained network scales what it predicts
    Given the spec:
      """
      precision f64
      data rows [ 2 -> 1; 4 -> 2; 10 -> 5 ]
      scale minmax
      layer 1 -> 1 linear init [[4]] bias [1] frozen
      loss mse
      train 1 epoch
      """
    When the network is trained
    Then the loss is 0
    And the output for "4" is "2" within 1e-15
    And the output for "10" is "5" within 1e-15
    And the trained network predicts each sample as training took it
