namespace Reelsmith.Speech.Normalisation.English;

/// <summary>How English is read, the special before the general.</summary>
internal static class EnglishRules
{
    public static IReadOnlyList<Func<AtomContext, Reading?>> All { get; } =
    [
        AddressRule.Address,
        DateRules.Date,
        DateRules.NumericDate,
        ClockRule.Time,
        CurrencyRule.Amount,
        NumberRules.Percent,
        NumberRules.Fraction,
        YearRules.Decade,
        YearRules.Span,
        YearRules.Year,
        NumberRules.Ordinal,
        NumberRules.Range,
        MeasureRule.Measure,
        NumberRules.Numbered,
        NumberRules.Plain,
        CodeRule.Code,
        EnglishAbbreviations.Abbreviation,
        RomanNumerals.Numeral,
        Initialisms.Initialism,
        SymbolRules.Symbol,
        WordRules.Word,
    ];
}
