Feature: Rates of schedules

  Scenario Outline: the rates of <schedule> follow its formula
    Given the spec:
      """
      precision f64
      data rows [ 1 -> 0 ]
      layer 1 -> 1 linear init zeros bias none
      loss mse
      optimizer sgd rate 0.8 <words>
      train 10 epochs
      """
    Then the rate of epoch 0 is <epoch 0>
    And the rate of epoch 1 is <epoch 1>
    And the rate of epoch 2 is <epoch 2>
    And the rate of epoch 5 is <epoch 5>

    Examples:
      | schedule    | words                              | epoch 0 | epoch 1            | epoch 2 | epoch 5 |
      | step        | decay step 0.5 every 2 epochs      | 0.8     | 0.8                | 0.4     | 0.2     |
      | exponential | decay exponential 0.5              | 0.8     | 0.4                | 0.2     | 0.025   |
      | inverse     | decay inverse 1                    | 0.8     | 0.4                | 0.26666666666666666 | 0.13333333333333333 |
      | cosine      | decay cosine to 0                  | 0.8     | 0.7804226065180614 | 0.723606797749979 | 0.4     |
      | linear      | decay linear to 0.3                | 0.8     | 0.75               | 0.7     | 0.55    |
      | warmup      | warmup 2 epochs decay inverse 1    | 0.4     | 0.8                | 0.26666666666666666 | 0.13333333333333333 |
      | plateau     | plateau 0.5 after 2 epochs         | 0.8     | 0.8                | 0.8     | 0.2     |
