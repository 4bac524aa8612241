Feature: Exclusive or

  The network of the article, 2-3-2 with sigmoid units and a ridge penalty.

  Scenario: XOR reaches 100% accuracy
    Given the spec "specs/xor.nn"
    When the network is trained
    Then the accuracy is 100%
    And the gradcheck diff is below 1e-7
    And the loss decreases

  Scenario: one hidden unit cannot learn exclusive or
    Given the spec:
      """
      seed 1
      data xor
      layer 2 -> 1 sigmoid -> 1 sigmoid
      loss bce
      optimizer adam rate 0.05
      train 500 epochs batch full
      """
    When the network is trained
    Then the accuracy is 75% within 25%
    And the data loss is at least 0.3
