Feature: Two moons

  Scenario: moons reaches 95% on test
    Given the spec "specs/moons.nn"
    When the network is trained
    Then the accuracy on the test part is at least 95%
    And the accuracy on the training part is at least 95%
    And the auc on the test part is at least 0.99
    And the auc on the training part is at least 0.99

  Scenario: a diverging rate is told with its place and its cure
    Given the spec:
      """
      data moons samples 200 noise 0.1
      layer 2 -> 25 relu -> 50 relu -> 1 sigmoid
      loss bce
      optimizer sgd rate 1e6
      train 100 epochs
      """
    Then the spec is warned of with NN104
    And training diverges
    And training diverges in layer 3 with "beyond what f32 holds"
