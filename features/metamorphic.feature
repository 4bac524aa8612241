Feature: Changes that change nothing

  Scenario: names do not matter before training or after
    Given the spec:
      """
      seed 3
      precision f64
      data iris
      scale standard
      layer 4 -> 9 relu -> 7 tanh -> 3 softmax
      loss cross_entropy + l2 1e-3
      optimizer adam rate 0.01
      train 5 epochs batch 16
      """
    Then permuting the hidden units changes nothing within 1e-14
    When the network is trained
    Then permuting the hidden units changes nothing within 1e-14
    And permuting the inputs with their weights changes nothing within 8 ulp
    And relabelling the classes changes nothing within 1e-14
    And duplicating the data leaves loss and gradient equal within 1e-14
    And reversing the samples leaves loss and gradient equal within 1e-14
    And a partial batch has the gradient it has alone within 1e-14
    And evaluating in batches of 7 changes no bit

  Scenario: two classes of one unit change places
    Given the spec "specs/moons.nn"
    Then relabelling the classes changes nothing within 1e-6

  Scenario: dropout is for training alone
    Given the spec:
      """
      data quadrants samples 60
      layer 2 -> 20 silu dropout 50% -> 10 relu dropout 20% -> 1 sigmoid
      loss bce
      train 5 epochs
      """
    Then prediction does not change with dropout
    When the network is trained
    Then prediction does not change with dropout
    And evaluating in batches of 13 changes no bit
    And training again gives the same fingerprint
