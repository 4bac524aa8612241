Feature: Saved and loaded

  Scenario: a network that was saved and loaded predicts the same
    Given the spec:
      """
      data blobs samples 20
      scale standard
      layer 2 -> 5 tanh -> 1 sigmoid
      loss bce
      train 2 epochs
      """
    When the network is trained
    Then saving and loading the network changes no bit of a prediction
