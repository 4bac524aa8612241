Feature: Learning

  Scenario: three clouds far apart are told apart
    Given the spec:
      """
      data blobs samples 60 classes 3
      split test 20%
      scale standard
      layer 2 -> 8 tanh -> 3 softmax
      loss cross_entropy
      optimizer adam rate 0.05
      train 30 epochs batch 16
      """
    When the network is trained
    Then the accuracy on the test part is at least 95%
    And the accuracy on the training part is at least 95%
    And the loss decreases
