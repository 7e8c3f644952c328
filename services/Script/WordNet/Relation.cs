namespace Reelsmith.Script.WordNet;

/// <summary>What a pointer from one synset to another means (wninput(5WN)).</summary>
internal enum Relation
{
    Antonym,
    Hypernym,
    InstanceHypernym,
    Hyponym,
    InstanceHyponym,
    MemberHolonym,
    SubstanceHolonym,
    PartHolonym,
    MemberMeronym,
    SubstanceMeronym,
    PartMeronym,
    Attribute,
    DerivationallyRelated,
    Domain,
    DomainMember,
    Entailment,
    Cause,
    AlsoSee,
    VerbGroup,
    SimilarTo,
    Participle,
    Pertainym,
}
