using Reelsmith.Contracts;
using Reelsmith.Video.Layout;

namespace Reelsmith.Video.Templates;

/// <summary>Says what of a film was generated, and nothing else. A voice always is; a script is when the credits name one,
/// since a text that somebody gave is credited as a text.</summary>
internal static class AiLabel
{
    private static readonly Dictionary<string, Words> ByLanguage = new()
    {
        ["en"] = new("Made with AI: {0}", "script", "voice", " and "),
        ["de"] = new("Mit KI erstellt: {0}", "Text", "Stimme", " und "),
        ["fr"] = new("Créé avec l’IA : {0}", "texte", "voix", " et "),
        ["es"] = new("Hecho con IA: {0}", "guion", "voz", " y "),
        ["it"] = new("Creato con l’IA: {0}", "testo", "voce", " e "),
        ["pt"] = new("Feito com IA: {0}", "roteiro", "voz", " e "),
        ["nl"] = new("Gemaakt met AI: {0}", "script", "stem", " en "),
        ["pl"] = new("Wykonano z użyciem AI: {0}", "scenariusz", "głos", " i "),
        ["ru"] = new("Создано с ИИ: {0}", "текст", "голос", " и "),
        ["zh"] = new("由 AI 生成：{0}", "文案", "配音", "和"),
        ["ja"] = new("AI 生成：{0}", "台本", "音声", "と"),
        ["ko"] = new("AI 생성: {0}", "대본", "음성", ", "),
        ["ar"] = new("صُنع بالذكاء الاصطناعي: {0}", "النص", "الصوت", " و"),
        ["he"] = new("נוצר בבינה מלאכותית: {0}", "תסריט", "קול", " ו"),
    };

    private static readonly HashSet<string> ScriptRoles = new(StringComparer.OrdinalIgnoreCase)
        { "Script", "Drehbuch", "Skript", "Scénario", "Script généré", "Guion", "Copione", "Roteiro", "Scenariusz", "Сценарий", "文案", "脚本", "台本", "대본", "السيناريو", "תסריט" };

    /// <param name="narrated">Whether the film has a voice; every voice here is synthetic.</param>
    /// <returns>Null when nothing was generated.</returns>
    public static string? For(IReadOnlyList<Credit> credits, string language, bool narrated)
    {
        var words = ByLanguage.GetValueOrDefault(Scripts.Primary(language), ByLanguage["en"]);
        var made = new List<string>();
        if (credits.Any(credit => ScriptRoles.Contains(credit.Role.Trim()))) made.Add(words.Script);
        if (narrated) made.Add(words.Voice);
        return made.Count == 0 ? null : string.Format(System.Globalization.CultureInfo.InvariantCulture, words.Sentence, string.Join(words.And, made));
    }

    private sealed record Words(string Sentence, string Script, string Voice, string And);
}
