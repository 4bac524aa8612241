Feature: Gradients through every activation

  Scenario Outline: the backward gradient through <activation>, computed by <kernels> kernels, agrees with a numeric one
    Given the spec:
      """
      data quadrants samples 9
      layer 2 -> 5 <activation> -> 3 <activation> -> 1 linear
      loss mse
      """
    And the <kernels> kernels
    Then the gradcheck diff is below 1e-7
    And the gradcheck norm is below 1e-9

    Examples:
      | activation      | kernels |
      | linear          | scalar  |
      | linear          | SIMD    |
      | sigmoid         | scalar  |
      | sigmoid         | SIMD    |
      | tanh            | scalar  |
      | tanh            | SIMD    |
      | relu            | scalar  |
      | relu            | SIMD    |
      | leaky_relu 0.1  | scalar  |
      | leaky_relu 0.1  | SIMD    |
      | leaky_relu -0.3 | scalar  |
      | leaky_relu -0.3 | SIMD    |
      | elu 0.7         | scalar  |
      | elu 0.7         | SIMD    |
      | elu -0.5        | scalar  |
      | elu -0.5        | SIMD    |
      | selu            | scalar  |
      | selu            | SIMD    |
      | gelu            | scalar  |
      | gelu            | SIMD    |
      | silu            | scalar  |
      | silu            | SIMD    |
      | mish            | scalar  |
      | mish            | SIMD    |
      | softplus        | scalar  |
      | softplus        | SIMD    |
