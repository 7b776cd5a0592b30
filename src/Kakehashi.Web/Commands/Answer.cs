using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kakehashi.Kernel;

namespace Kakehashi.Web.Commands;

/// <summary>How every command answers: a sentence for a person, or with <c>--json</c> one object for a program.</summary>
internal static class Answer
{
    public static readonly JsonSerializerOptions JsonOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What was done.</summary>
    public static void Give(ParseResult input, object json, Text text) =>
        Console.Out.WriteLine(IsJson(input) ? JsonSerializer.Serialize(json, JsonOptions) : text.In(WorkspaceOptions.LanguageOf(input)));

    /// <summary>Why it was not done, on standard error; as JSON on standard output. Gives the exit code.</summary>
    public static int Refuse(ParseResult input, Refusal refusal)
    {
        var message = refusal.Message.In(WorkspaceOptions.LanguageOf(input));
        if (IsJson(input)) Console.Out.WriteLine(JsonSerializer.Serialize(new { Error = new { refusal.Code, Message = message } }, JsonOptions));
        else Console.Error.WriteLine($"{refusal.Code}: {message}");
        return ExitCodes.Refused;
    }

    private static bool IsJson(ParseResult input) => input.GetValue(WorkspaceOptions.Json);
}
