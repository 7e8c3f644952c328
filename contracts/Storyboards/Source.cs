namespace Reelsmith.Contracts;

/// <summary>Something that the script stands on.</summary>
/// <param name="Kind">"text" for the text that was given, "wordnet", "model".</param>
/// <param name="Name">What a person would call it ("WordNet 3.0").</param>
/// <param name="Detail">Where in it (a sense key, a title, a model's name), or null.</param>
/// <param name="Licence">SPDX identifier or a short name, or null when it is the user's own.</param>
public sealed record Source(string Kind, string Name, string? Detail = null, string? Licence = null);
