Feature: Scaled inputs

  Scenario Outline: inputs are scaled by figures of the training part alone
    Given the spec:
      """
      data blobs samples 30 classes 2
      split test 30%
      scale <scaling>
      layer 2 -> 1 sigmoid
      loss bce
      train 2 epochs
      """
    Then the scaling is that of the training part alone
    And changing the test part changes no trained parameter

    Examples:
      | scaling  |
      | standard |
      | minmax   |
      | by 4     |
