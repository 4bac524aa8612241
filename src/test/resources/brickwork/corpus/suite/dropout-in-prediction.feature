Feature: Dropout in prediction

  Scenario: dropout does nothing in prediction
    Given the spec:
      """
      data moons samples 20 noise 0.1
      layer 2 -> 12 tanh dropout 0.5 -> 1 sigmoid
      loss bce
      train 3 epochs batch 8
      """
    Then prediction does not change with dropout
    And the gradcheck diff is below 1e-7
