Feature: The same bits with two threads

  Scenario: two threads train to the parameters one thread trains to
    Given the spec:
      """
      data blobs samples 128 classes 3 features 64
      layer 64 -> 65 tanh -> 3 softmax
      loss cross_entropy
      train 2 epochs batch full
      """
    Then 2 threads give the same fingerprint as one
