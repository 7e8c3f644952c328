namespace Reelsmith.Speech.Normalisation.English;

/// <summary>Signs that stand alone. They stay as written in captions.</summary>
internal static class SymbolRules
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["&"] = "and",
        ["@"] = "at",
        ["+"] = "plus",
        ["="] = "equals",
        ["×"] = "times",
        ["÷"] = "divided by",
        ["%"] = "percent",
        ["°"] = "degrees",
        ["±"] = "plus or minus",
        ["≈"] = "about",
        ["≤"] = "at most",
        ["≥"] = "at least",
        ["<"] = "less than",
        [">"] = "more than",
        ["≠"] = "is not",
        ["∞"] = "infinity",
        ["§"] = "section",
        ["©"] = "copyright",
        ["−"] = "minus",
        ["√"] = "square root of",
        ["$"] = "dollars",
        ["€"] = "euros",
        ["£"] = "pounds",
        ["#"] = "number",
        ["½"] = "one half",
        ["π"] = "pie",
        ["α"] = "alpha",
        ["β"] = "beta",
        ["γ"] = "gamma",
        ["δ"] = "delta",
        ["Δ"] = "delta",
        ["λ"] = "lambda",
        ["μ"] = "mew",
        ["σ"] = "sigma",
        ["Σ"] = "sigma",
        ["Ω"] = "omega",
        ["ω"] = "omega",
        ["θ"] = "theta",
        ["φ"] = "fie",
        ["ε"] = "epsilon",
        ["τ"] = "tau",
        ["w/"] = "with",
        ["w/o"] = "without",
    };

    public static Reading? Symbol(AtomContext context) => Names.TryGetValue(context.Core, out var name) ? Reading.AsShown(context.Core, name) : null;

    public static string? Name(char sign) => Names.GetValueOrDefault(sign.ToString());
}
