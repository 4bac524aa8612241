Feature: Early stopping

  Scenario Outline: training stops <case> when it should, with the parameters it should keep
    Given the spec:
      """
      seed 2
      data moons samples 40 noise 0.3
      split test 10% validation 30%
      layer 2 -> 6 tanh -> 1 sigmoid
      loss bce
      optimizer sgd rate <rate>
      train 60 epochs batch 8
      stop when <stop>
      """
    Then training ends as its stop statements say

    Examples:
      | case                | rate | stop                                |
      | at a value          | 1    | loss < 0.4                          |
      | in a row            | 20   | accuracy > 50% for 3 epochs         |
      | without improvement | 20   | loss stalls 4 epochs                |
      | keeping the best    | 20   | loss stalls 4 epochs keep best      |
