Feature: Sanity

  What every network should pass before anybody believes its figures.

  Scenario: iris starts undecided, learns by heart, and learns from its inputs alone
    Given the spec "specs/iris.nn"
    Then the initial data loss is within 40% of ln 3
    And the network overfits 20 samples to a loss below 0.01 within 1000 epochs
    And training beats the majority class by 40%
    And training beats the same network without inputs by 40%
    And shuffled labels do not generalise
    And every output lies between 0 and 1
    And the outputs of every sample sum to 1 within 4 ulp

  Scenario: decisions do not hang by a hair
    Given the spec:
      """
      data blobs samples 60 classes 3 spread 0.5 seed 4
      scale standard
      layer 2 -> 8 tanh -> 3 softmax
      loss cross_entropy
      optimizer adam rate 0.05
      train 60 epochs
      """
    When the network is trained
    Then the accuracy is 100%
    And noise of 0.01 on the inputs changes no decision

  Scenario: a step is cheap
    Given the spec "specs/xor.nn"
    Then a training step allocates nothing
    And training takes at most 20 seconds on this machine
