// SPDX-License-Identifier: GPL-3.0-or-later
// Speaks texts with eSpeak NG and says when each word sounds. One request a line on standard input:
//   voices                                 -> voice <tab> id <tab> name <tab> language... (a line each), then end
//   version                                -> version <tab> 1.51
//   say <tab> voice <tab> words a minute <tab> text
//                                          -> audio <tab> rate <tab> samples <tab> events, that many event lines, then the
//                                             samples (16 bit, little-endian). Events: word <tab> character <tab> length <tab> sample,
//                                             and phoneme <tab> name <tab> sample. Characters are code points, from 0.
// What goes wrong is answered with: error <tab> message. It ends with its input.
using System.Text;
using EspeakEvents;

using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
using var espeak = Engine.Start();
while (input.ReadLine() is { } request)
{
    var fields = request.Split('\t');
    try
    {
        Answer(fields);
    }
    catch (EngineException e)
    {
        Write($"error\t{e.Message}\n");
    }
    output.Flush();
}

return 0;

void Answer(string[] fields)
{
    switch (fields)
    {
        case ["voices"]:
            foreach (var voice in Engine.Voices()) Write($"voice\t{voice.Id}\t{voice.Name}\t{string.Join('\t', voice.Languages)}\n");
            Write("end\n");
            break;
        case ["version"]:
            Write($"version\t{Engine.Version}\n");
            break;
        case ["say", var voice, var rate, var text] when int.TryParse(rate, out var wordsPerMinute):
            var speech = espeak.Say(voice, wordsPerMinute, text);
            Write($"audio\t{espeak.SampleRate}\t{speech.Samples.Count}\t{speech.Events.Count}\n");
            foreach (var line in speech.Events) Write(line + "\n");
            output.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(speech.Samples)));
            break;
        default:
            Write("error\tunknown request\n");
            break;
    }
}

void Write(string text) => output.Write(Encoding.UTF8.GetBytes(text));
