Feature: The same bits with both kernel sets

  Scenario: scalar and SIMD kernels train to the same parameters
    Given the spec:
      """
      data moons samples 53 noise 0.1
      layer 2 -> 19 gelu -> 7 silu dropout 0.3 -> 1 sigmoid
      loss bce + l1 1e-4 + l2 1e-4
      optimizer adam
      train 2 epochs batch 23
      """
    Then scalar and SIMD kernels give the same fingerprint
