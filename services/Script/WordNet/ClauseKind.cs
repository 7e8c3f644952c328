namespace Reelsmith.Script.WordNet;

/// <summary>How a clause of a gloss goes on from "It ".</summary>
internal enum ClauseKind
{
    /// <summary>"a stringed instrument": after "is".</summary>
    NounPhrase,

    /// <summary>"played by plucking", "native to Asia": after "is".</summary>
    Description,

    /// <summary>"feeds on krill": as it is.</summary>
    Action,

    /// <summary>"Einstein also proposed that light consists of quanta": a sentence already.</summary>
    Sentence,

    /// <summary>Cannot be said so.</summary>
    Other,
}
