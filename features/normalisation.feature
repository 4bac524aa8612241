Feature: Layers that normalise over the batch

  What is true of any network is true of one whose layers have gamma and beta in the place of a bias, and values that follow the batches.

  Scenario: names and places of samples do not matter
    Given the spec:
      """
      seed 3
      precision f64
      data iris
      scale standard
      layer 4 -> 9 relu norm -> 7 tanh norm -> 3 softmax norm
      loss cross_entropy + l2 1e-3
      optimizer adam rate 0.01
      train 5 epochs batch 16
      """
    Then permuting the hidden units changes nothing within 1e-13
    When the network is trained
    Then permuting the hidden units changes nothing within 1e-13
    And permuting the inputs with their weights changes nothing within 1e-13
    And relabelling the classes changes nothing within 1e-13
    And duplicating the data leaves loss and gradient equal within 1e-13
    And reversing the samples leaves loss and gradient equal within 1e-13
    And a partial batch has the gradient it has alone within 1e-13
    And evaluating in batches of 7 changes no bit
    And every parameter changes

  Scenario Outline: two classes of one unit change places
    Given the spec:
      """
      seed 2
      precision f64
      data moons samples 40 noise 0.1
      layer 2 -> 5 relu norm -> 1 sigmoid <options>
      loss bce
      train 5 epochs batch 20
      """
    Then relabelling the classes changes nothing within 1e-13
    When the network is trained
    Then relabelling the classes changes nothing within 1e-13

    Examples:
      | options   |
      | norm      |
      | bias none |

  Scenario: a step moves what is trained by its gradient, and lets running values follow the batch
    Given the spec:
      """
      data moons samples 40 noise 0.1
      layer 2 -> 5 relu norm -> 1 sigmoid norm
      loss bce + l1 0.01
      optimizer sgd rate 0.1
      train 5 epochs batch 20
      """
    Then one step moves each parameter by exactly -rate times its gradient
    And one step equals the reference's within 1e-6

  Scenario: derivatives at kinks and through statistics
    Given the spec:
      """
      precision f64
      data moons samples 40 noise 0.1
      layer 2 -> 5 relu norm -> 4 leaky_relu norm epsilon 0.1 -> 1 sigmoid norm
      loss bce + l1 0.01
      """
    Then at a kink the documented subgradient is used
    And forward-mode derivatives agree with backward within 1e-13
    And the gradcheck diff of layer 2 is below 1e-8

  Scenario: a few samples are learned in batches as large as a layer needs
    Given the spec:
      """
      seed 4
      data moons samples 40 noise 0.1
      layer 2 -> 8 relu norm -> 1 sigmoid
      loss bce
      optimizer adam rate 0.05
      train 5 epochs batch 20
      """
    Then the network overfits 21 samples to a loss below 0.1 within 500 epochs
    And no number is NaN or infinite

  Scenario: a frozen layer keeps its bits only where nothing follows the batches
    Given the spec:
      """
      data moons samples 40 noise 0.1
      layer 2 -> 5 relu norm momentum 0 frozen -> 1 sigmoid
      loss bce
      train 5 epochs batch 20
      """
    Then layer 1 keeps its bits

  Scenario: more samples than a block of gradients are one batch
    Given the spec:
      """
      data moons samples 1025 noise 0.1
      layer 2 -> 5 relu norm -> 1 sigmoid
      loss bce
      train 1 epoch batch 41
      """
    Then no number is NaN or infinite
