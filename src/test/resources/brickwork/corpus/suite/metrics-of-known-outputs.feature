Feature: Metrics of known outputs

  Scenario: distances between outputs and targets
    Given the spec:
      """
      precision f64
      data rows [ 1 -> 1.5; 2 -> 2; 3 -> 2; 4 -> 5; 6 -> 5 ]
      layer 1 -> 1 linear init [[1]] frozen
      loss mse + l2 0.1
      train 1 epoch batch 2
      """
    When the network is trained
    Then the loss is 0.75 within 1e-15
    And the data loss is 0.65 within 1e-15
    And the penalty is 0.1 within 1e-15
    And the mse is 0.65 within 1e-15
    And the mae is 0.7 within 1e-15
    And the rmse is 0.806225774829855 within 1e-15
    And the r2 is 0.7336065573770492 within 1e-15

  Scenario: right and wrong classes
    Given the spec:
      """
      precision f64
      data rows [ 0.9 -> 1; 0.8 -> 0; 0.7 -> 1; 0.2 -> 1; 0.1 -> 0; 0.6 -> 1; 0.3 -> 1 ]
      layer 1 -> 1 linear init [[1]] frozen
      loss mse
      train 1 epoch
      """
    When the network is trained
    Then the accuracy is 0.5714285714285714 within 1e-15
    And the precision is 0.75
    And the recall is 0.6 within 1e-15
    And the f1 is 0.6666666666666666 within 1e-15

  Scenario: samples in the right and the wrong order
    Given the spec:
      """
      precision f64
      data rows [ 0.9 -> 1; 0.8 -> 0; 0.8 -> 1; 0.2 -> 1; 0.1 -> 0; 0.6 -> 1; 0.2 -> 0 ]
      layer 1 -> 1 linear init [[1]] frozen
      loss mse
      train 1 epoch
      """
    When the network is trained
    Then the auc is 0.75
