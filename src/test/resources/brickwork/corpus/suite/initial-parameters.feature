Feature: Initial parameters

  Scenario: every weight and bias begins as its scheme draws it
    Given the spec:
      """
      seed 11
      data moons samples 10
      layer 2 -> 5 relu -> 4 tanh bias uniform 0.1 -> 4 selu init lecun -> 3 silu init normal 0.2 bias constant 0.5
      layer 3 -> 1 sigmoid init uniform 0.3 bias none
      loss bce
      train 1 epoch
      """
    Then the initial parameters are those their schemes draw
