Feature: Statements that do not hold

  Background:
    Given the spec:
      """
      seed 7
      precision f64
      data iris
      split test 20% stratified
      scale standard
      layer 4 -> 5 tanh dropout 10% -> 3 softmax
      loss cross_entropy + l2 1e-3
      optimizer sgd rate 0.1 momentum 0.9
      train 3 epochs batch 32
      """

  Scenario: an update that is off
    Given an engine that adds 1e-6 to "layer2.weight" at 7 in step 5
    Then every update of the training equals the reference's within 1e-12

  Scenario: the second of two steps
    Given an engine that adds 1e-6 to "layer1.bias" at 3 in step 1
    Then after 3 steps every parameter and the optimizer state equal the reference's within 1e-12

  Scenario: another optimizer
    Then one step moves each parameter by exactly -rate times its gradient

  Scenario: the wrong rate
    Then the rate of epoch 1 is 0.05

  Scenario: no such epoch
    Then the rate of epoch 3 is 0.1

  Scenario: an order that is the same
    Given the spec:
      """
      data xor; layer 2 -> 1 sigmoid; loss bce; train 3 epochs batch 2 in order
      """
    Then the order of the samples is another in each of the first 3 epochs

  Scenario: the wrong number of samples
    Then the training part has 121 samples

  Scenario: data of another size
    Then the data has 149 samples

  Scenario: another mean
    Then input 3 of the test part has mean 0 and deviation 1 within 1e-6

  Scenario: no dropout to ignore
    Given the spec "specs/xor.nn"
    Then prediction does not change with dropout

  Scenario: rounding is not nothing
    Then permuting the hidden units changes nothing bit for bit

  Scenario: the wrong initial loss
    Then the initial penalty is 0.02 within 1e-12

  Scenario: a wrong weight in a table
    Given the spec "specs/mazur.nn"
    When the network is trained
    Then layer1.weight is, within 1e-9:
      | 0.1497807161327628  | 0.19956143226552567 |
      | 0.24975114363236958 | 0.2995              |

  Scenario: a wrong output in a table
    Given the spec "specs/mazur.nn"
    Then the outputs are, within 3 ulp:
      | 0.05 | 0.10 | -> | 0.74 | 0.775 |

  Scenario: a wrong class in a table
    Given the spec:
      """
      layer 1 -> 2 softmax init [[-4] [4]]; loss cross_entropy; train 1 epoch
      """
    And the samples:
      | -1 | -> | cold |
      | 1  | -> | warm |
    Then the classes are:
      | -0.5 | -> | warm |

  Scenario: a bound too low
    Given the spec "specs/card.nn"
    Then the gradcheck diff of layer 1 is below 1e-30

  Scenario: no fault in the penalty
    Given the spec "specs/card.nn"
    Then the gradient check fails in the penalty

  Scenario: a fault in the penalty
    Given the spec:
      """
      layer 2 -> 3 sigmoid; loss mse + published_ridge 0.01
      """
    Then the gradient check passes

  Scenario: no kink
    Given the spec "specs/card.nn"
    Then at a kink the documented subgradient is used

  Scenario: too much to ask of dual numbers
    Then forward-mode derivatives agree with backward bit for bit

  Scenario: the loss falls, but not so far
    Then the loss falls by a factor of at least 1000

  Scenario: no such window
    Then the loss falls over every 5 epochs

  Scenario: not within three epochs
    Then the accuracy reaches 100% within 3 epochs

  Scenario: a class that is missed
    Then the recall of class "versicolor" is at least 100%

  Scenario: a class that is not there
    Then at most 0 samples of class "tulip" are taken for class "setosa"

  Scenario: some seeds fail
    Then the accuracy is 95% or better for every seed from 1 to 4

  Scenario: too few seeds
    Then the accuracy is 50% or better for at least 99% of all seeds with 95% confidence, tried on 20

  Scenario: a statement that means nothing
    Then the statement "acuracy >= 50%" holds

  Scenario: not learnt by heart
    Then the network overfits 20 samples to a loss below 1e-9 within 3 epochs

  Scenario: no better than it is
    Then training beats the majority class by 99%

  Scenario: outputs beyond
    Then every output lies between 0.2 and 1

  Scenario: outputs that are no shares
    Given the spec "specs/mazur.nn"
    Then the outputs of every sample sum to 1 within 4 ulp

  Scenario: nothing to continue
    Then stopping after 3 epochs and continuing changes no bit

  Scenario: another fingerprint
    Then the fingerprint is "00"
