Feature: The course of a training

  Scenario: the loss of exclusive or falls all the way
    Given the spec "specs/xor.nn"
    Then the loss falls by a factor of at least 50
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
