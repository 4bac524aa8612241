Feature: The course of a training

  Scenario: the loss of exclusive or falls all the way
    Given the spec "specs/xor.nn"
    Then the loss falls by a factor of at least 50
    And the loss falls by a factor of at least 10 within 1200 epochs
    And the loss falls over every 200 epochs
    And the accuracy reaches 100% within 400 epochs
    And the accuracy on the training part reaches 100% within 400 epochs
    And the data loss reaches 0.01 within 1500 epochs
    And the data loss reaches 0.01 after at most 1000 epochs in the mean of 3 seeds

  Scenario: plain gradient descent over all samples goes downhill
    Given the spec:
      """
      data iris
      scale standard
      layer 4 -> 5 tanh -> 3 softmax
      loss cross_entropy
      optimizer sgd rate 0.1
      train 200 epochs batch full
      stop when data_loss < 0.4
      """
    Then the loss decreases every epoch
    And training ends after 49 epochs

  Scenario: training stops when nothing becomes better, with the best parameters it had
    Given the spec:
      """
      seed 2
      data moons samples 40 noise 0.3
      split test 10% validation 30%
      layer 2 -> 6 tanh -> 1 sigmoid
      loss bce
      optimizer sgd rate 20
      train 60 epochs batch 8
      stop when loss stalls 4 epochs keep best
      """
    Then the initial parameters are those their schemes draw
    And training ends as its stop statements say
    And the trained network predicts each sample as training took it

  Scenario: a line is found
    Given the spec:
      """
      data sine samples 40
      layer 1 -> 8 tanh -> 1 linear
      loss mse
      optimizer adam rate 0.02
      train 300 epochs batch full
      """
    And the SIMD kernels
    When the network is trained
    Then the rmse is below 0.1
    And the mae on the training part is below 0.1
    Given the scalar kernels
    When the network is trained
    Then the r2 is at least 0.98
