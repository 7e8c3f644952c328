namespace Reelsmith.Contracts;

/// <summary>A line of the ending: a role and who fills it.</summary>
public sealed record Credit(string Role, string Name);
