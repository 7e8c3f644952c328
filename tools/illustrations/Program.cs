using Reelsmith.Illustrations.Tool;

if (args.Length != 5)
{
    await Console.Error.WriteLineAsync("Usage: Reelsmith.Illustrations.Tool FLUENT_EMOJI CLDR_ANNOTATIONS CLDR_ANNOTATIONS_DERIVED EMOJIBASE_DATA OUT (four unpacked npm packages and the folder to write)");
    return 2;
}
var (fluent, annotations, derived, emojibase, output) = (args[0], args[1], args[2], args[3], args[4]);
var judged = JudgedPictures.Read(Path.Combine(AppContext.BaseDirectory, "judged.tsv"));
var characters = new EmojiCharacters(annotations, derived, emojibase);
var icons = FluentIcons.Read(Path.Combine(fluent, "icons.json"))
    .Select(icon => (Icon: icon, Character: characters.Of(icon.Name, judged)))
    .OrderBy(pair => pair.Character.Order).ThenBy(pair => pair.Icon.Name, StringComparer.Ordinal)
    .ToArray();
Directory.CreateDirectory(output);
await PicturePack.Write(icons, judged, output);
KeywordPacks.Write(icons.Select(pair => pair.Character.Text).ToArray(), annotations, derived, Path.Combine(output, "keywords"));
return 0;
