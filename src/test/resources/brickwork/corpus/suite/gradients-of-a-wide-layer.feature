Feature: Gradients of ten thousand weights

  Scenario: every weight of a layer of 100 x 100 has the right gradient
    Given the spec:
      """
      data blobs samples 16 features 100
      layer 100 -> 100 tanh -> 1 sigmoid
      loss bce + l2 1e-4
      """
    Then the gradcheck diff is below 1e-7
    And the gradcheck norm is below 1e-9
