Feature: Health

  Units that learn nothing, gradients that do not arrive, updates that are too large, numbers that are none.

  Scenario: a bias far below zero kills relu units, and leaky ones cannot die
    Given the spec:
      """
      seed 1
      data moons samples 100 noise 0.1
      layer 2 -> 8 relu bias constant -20
      layer 8 -> 1 sigmoid
      loss bce
      train 20 epochs
      """
    Then at most 100% of units are dead
    And layer 1 keeps its bits
    Given the spec:
      """
      seed 1
      data moons samples 100 noise 0.1
      layer 2 -> 8 leaky_relu bias constant -20
      layer 8 -> 1 sigmoid
      loss bce
      train 20 epochs
      """
    Then no unit is dead
    And every parameter changes

  Scenario: large inputs saturate a sigmoid, and scaling them is the cure
    Given the spec:
      """
      seed 1
      data rows [ 100 -300 -> 0 ; 200 100 -> 1 ; -300 200 -> 0 ; -100 -100 -> 1 ]
      layer 2 -> 6 tanh -> 1 sigmoid
      loss bce
      """
    Then at most 100% of units are saturated
    Given the spec:
      """
      seed 1
      data rows [ 100 -300 -> 0 ; 200 100 -> 1 ; -300 200 -> 0 ; -100 -100 -> 1 ]
      scale standard
      layer 2 -> 6 tanh -> 1 sigmoid
      loss bce
      """
    Then at most 5% of units are saturated in layer 1

  Scenario: gradients vanish through twelve sigmoid layers
    Given the spec:
      """
      seed 1
      data moons samples 100 noise 0.1
      layer 2 -> 8 sigmoid
      repeat 10 { layer 8 -> 8 sigmoid }
      layer 8 -> 1 sigmoid
      loss bce
      """
    Then the initial gradient ratio lies between 0 and 1e-4

  Scenario: gradients arrive through twelve relu layers
    Given the spec:
      """
      seed 1
      data moons samples 100 noise 0.1
      layer 2 -> 8 relu
      repeat 10 { layer 8 -> 8 relu }
      layer 8 -> 1 sigmoid
      loss bce
      """
    Then the initial gradient ratio lies between 1e-2 and 1e2
    And the initial gradient norm of every layer lies between 1e-4 and 10

  Scenario: gradients explode through large weights
    Given the spec:
      """
      seed 1
      data moons samples 100 noise 0.1
      layer 2 -> 8 linear
      repeat 6 { layer 8 -> 8 linear init normal 4 }
      layer 8 -> 1 linear
      loss mse
      """
    Then the initial gradient norm of every layer lies between 1e6 and 1e30

  Scenario: the training of the moons is healthy, but for a few dead units
    Given the spec "specs/moons.nn"
    When the network is trained
    Then the gradient norm of every layer lies between 1e-9 and 10
    And the update ratio of every layer lies between 1e-9 and 1e-1
    And no number is NaN or infinite
    And at most 20% of units are dead

  Scenario: the training of the XOR spec is healthy
    Given the spec "specs/xor.nn"
    When the network is trained
    Then no number is NaN, infinite or subnormal
    And no input is constant
    And every parameter changes
    And the update ratio of every layer lies between 1e-9 and 1e-1

  Scenario: a frozen layer keeps its bits
    Given the spec:
      """
      data xor
      layer 2 -> 3 tanh frozen
      layer 3 -> 1 sigmoid
      loss bce
      train 10 epochs
      """
    Then layer 1 keeps its bits
