namespace Tracker.Core.Pipeline.Match;

/// <summary>The named inputs of the match score, in the order in which <see cref="PairFeatures"/> holds them.</summary>
public enum MatchFeature
{
    /// <summary>Share of the commitment's words, by information, that the clause meets, near words included.</summary>
    ClauseWords,

    /// <summary>The same for the whole sentence.</summary>
    SentenceWords,

    /// <summary>Share of the commitment's pairs of characters, by information, that the clause repeats.</summary>
    ClauseCharacters,

    /// <summary>Share of the commitment that the clause repeats in strings of three and more characters.</summary>
    SharedStrings,

    /// <summary>Nearness of the mean directions of commitment and clause.</summary>
    ClauseDirection,

    /// <summary>Nearness of the mean directions of commitment and sentence.</summary>
    SentenceDirection,

    /// <summary>Share of the words around the commitment that the sentence meets.</summary>
    Surroundings,

    /// <summary>How well the clause meets the last word that names the object.</summary>
    ObjectWord,

    /// <summary>Share of the clause's own words that the commitment explains.</summary>
    ClauseExplained,

    /// <summary>Share of the commitment's words that the clause and the lead sentence of its paragraph meet together.</summary>
    WithLead,

    /// <summary>The clause speaks of several years together: 1 where the review answers for its one year elsewhere, less where it says little of that year, else 0.</summary>
    SeveralYears,

    /// <summary>The clause stands among the shortcomings.</summary>
    Shortcoming,

    /// <summary>The clause is thanks, credit or a lesson.</summary>
    Formula,

    /// <summary>The clause is its paragraph's topic sentence.</summary>
    Lead,

    /// <summary>The clause says what for.</summary>
    Purpose,

    /// <summary>The clause tells of a finished deed.</summary>
    Done,

    /// <summary>How much better or worse this commitment explains the clause than the best other one.</summary>
    Competition,

    /// <summary>How well the commitments before and after are answered at the same place.</summary>
    Neighbours,

    /// <summary>How well the clause meets the commitment's two most telling words.</summary>
    TellingWords,

    /// <summary>Share of the matters that the commitment speaks of, by their rarity in the review, that the clause speaks of.</summary>
    ClauseConcepts,

    /// <summary>The same for the whole sentence.</summary>
    SentenceConcepts,

    /// <summary>Mean nearness of the commitment to what the review tells of its year, the same for every clause: a broad commitment is near to much.</summary>
    Breadth,

    /// <summary>How near the clause lies to where answers to such a commitment lie, by <see cref="AnswerModel"/>.</summary>
    ClauseAnswer,

    /// <summary>The same for the whole sentence.</summary>
    SentenceAnswer,

    /// <summary>The same for the whole sentence, of the commitment's own sentence in the plan.</summary>
    SurroundingsAnswer,
}
