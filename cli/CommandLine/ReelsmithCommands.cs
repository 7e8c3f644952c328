using System.CommandLine;
using Reelsmith.Cli.Doctor;
using Reelsmith.Cli.Making;
using Reelsmith.Cli.Storyboards;
using Reelsmith.Cli.Voices;

namespace Reelsmith.Cli.CommandLine;

/// <summary>The commands and their options.</summary>
internal static class ReelsmithCommands
{
    public static RootCommand Create(ReelsmithApp app)
    {
        var verbose = new Option<bool>("--verbose") { Description = "Write logs, and the details of a fault, to standard error.", Arity = ArgumentArity.Zero, Recursive = true };
        return new RootCommand("Reelsmith turns a prompt or a text into a narrated, captioned, scored video.\n\n  reelsmith \"Why do volcanoes erupt?\"\n  reelsmith --text story.txt --seconds 120")
        {
            Make(app, verbose),
            Storyboard(app, verbose),
            Voices(app, verbose),
            Doctor(app, verbose),
            verbose,
        };
    }

    private static Command Make(ReelsmithApp app, Option<bool> verbose)
    {
        var input = new InputOptions();
        var output = new Option<string?>("--out") { HelpName = "FOLDER", Description = "Where the film goes (default: a folder named after its title, here)." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line on standard output.", Arity = ArgumentArity.Zero };
        var command = new Command("make", "Make a film. A first argument that is no command means make.") { output, json };
        input.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            new MakeCommand(app, parsed.GetValue(json), parsed.GetValue(verbose)).Run(input.Read(parsed), parsed.GetValue(output), cancellationToken));
        return command;
    }

    private static Command Storyboard(ReelsmithApp app, Option<bool> verbose)
    {
        var input = new InputOptions();
        var command = new Command("storyboard", "Print the storyboard of a film, to read or edit.");
        input.AddTo(command);
        command.SetAction((parsed, cancellationToken) => new StoryboardCommand(app, parsed.GetValue(verbose)).Run(input.Read(parsed), cancellationToken));
        return command;
    }

    private static Command Voices(ReelsmithApp app, Option<bool> verbose)
    {
        var command = new Command("voices", "List the voices that can be asked for.");
        command.SetAction((parsed, cancellationToken) => new VoicesCommand(app, parsed.GetValue(verbose)).Run(cancellationToken));
        return command;
    }

    private static Command Doctor(ReelsmithApp app, Option<bool> verbose)
    {
        var command = new Command("doctor", "Say what is installed, which engines are ready, and what to do about the rest.");
        command.SetAction((parsed, cancellationToken) => new DoctorCommand(app, parsed.GetValue(verbose)).Run(cancellationToken));
        return command;
    }
}
