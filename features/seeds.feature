Feature: Many seeds

  The list of seeds is fixed, so the verdict is the same everywhere: insensitive to a seed, and never flaky.

  Scenario: exclusive or under many seeds
    Given the spec:
      """
      seed 1
      data xor
      layer 2 -> 4 tanh -> 1 sigmoid
      loss bce
      optimizer adam rate 0.05
      train 200 epochs batch full
      """
    Then the accuracy is 100% or better for every seed from 1 to 5
    And the accuracy on the training part is 100% or better for every seed from 1 to 5
    And the accuracy is 100% or better for at least 95% of 40 seeds
    And the data loss reaches 0.1 within 200 epochs for at least 95% of 40 seeds
    And the accuracy is 100% or better for at least 80% of all seeds with 95% confidence, tried on 40
    And the statement "data_loss < 0.1 for every seed in 1 .. 3" holds
