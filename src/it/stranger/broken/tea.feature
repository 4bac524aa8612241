Feature: Tea that promises too much

  Scenario: ten epochs make good tea
    Given the spec:
      """
      seed 3
      data xor
      layer 2 -> 3 sigmoid -> 1 sigmoid
      loss bce
      train 10 epochs batch full
      """
    When the network is trained
    Then the data loss is below 0.01
