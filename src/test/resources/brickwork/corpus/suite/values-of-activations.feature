Feature: Values of every activation

  Scenario Outline: <activation>, computed by <kernels> kernels, has the values of its formula
    Given the spec:
      """
      precision f64
      data rows [ -1 -> 0; 2 -> 0 ]
      layer 1 -> 1 <activation> init [[1]] frozen
      loss mse
      train 1 epoch
      """
    And the <kernels> kernels
    When the network is trained
    Then the output for "-1" is "<at -1>" within 1e-15
    And the output for "2" is "<at 2>" within 1e-15

    Examples:
      | activation     | at -1                | at 2                | kernels |
      | linear         | -1.0                 | 2.0                 | scalar  |
      | linear         | -1.0                 | 2.0                 | SIMD    |
      | sigmoid        | 0.26894142136999512  | 0.88079707797788244 | scalar  |
      | sigmoid        | 0.26894142136999512  | 0.88079707797788244 | SIMD    |
      | tanh           | -0.76159415595576489 | 0.96402758007581688 | scalar  |
      | tanh           | -0.76159415595576489 | 0.96402758007581688 | SIMD    |
      | relu           | 0.0                  | 2.0                 | scalar  |
      | relu           | 0.0                  | 2.0                 | SIMD    |
      | leaky_relu 0.1 | -0.1                 | 2.0                 | scalar  |
      | leaky_relu 0.1 | -0.1                 | 2.0                 | SIMD    |
      | elu 0.7        | -0.44248439117999037 | 2.0                 | scalar  |
      | elu 0.7        | -0.44248439117999037 | 2.0                 | SIMD    |
      | selu           | -1.1113307378125628  | 2.101401974710961   | scalar  |
      | selu           | -1.1113307378125628  | 2.101401974710961   | SIMD    |
      | gelu           | -0.15865525393145705 | 1.9544997361036416  | scalar  |
      | gelu           | -0.15865525393145705 | 1.9544997361036416  | SIMD    |
      | silu           | -0.26894142136999512 | 1.7615941559557649  | scalar  |
      | silu           | -0.26894142136999512 | 1.7615941559557649  | SIMD    |
      | mish           | -0.30340146137410895 | 1.9439589595339946  | scalar  |
      | mish           | -0.30340146137410895 | 1.9439589595339946  | SIMD    |
      | softplus       | 0.31326168751822283  | 2.1269280110429725  | scalar  |
      | softplus       | 0.31326168751822283  | 2.1269280110429725  | SIMD    |
