Feature: Stopped and continued

  Scenario Outline: a training with <case> that is stopped and continued ends as one that is not
    Given the spec:
      """
      seed 5
      data moons samples 20 noise 0.2
      layer 2 -> 5 tanh dropout 0.2 -> 1 sigmoid
      loss bce
      optimizer <optimizer>
      train 6 epochs batch 8
      """
    Then stopping after 4 epochs and continuing changes no bit

    Examples:
      | case     | optimizer                            |
      | momentum | sgd rate 0.1 momentum 0.9            |
      | adam     | adam rate 0.05                       |
      | plateau  | sgd rate 30 plateau 0.5 after 1 epoch |
