Feature: Samples of an epoch

  Scenario: every epoch takes each sample once, in an order of its own
    Given the spec:
      """
      data moons samples 30 noise 0.1
      layer 2 -> 1 sigmoid
      loss bce
      train 4 epochs batch 8
      """
    Then every sample is used once in each of the first 4 epochs
    And the order of the samples is another in each of the first 4 epochs
