using Kakehashi.Kernel;

namespace Kakehashi.Platform.Own;

/// <summary>Something wrong in a declaration of own fields.</summary>
/// <param name="Code">
/// F001 not YAML, or no list of fields; F002 something is missing; F003 an unknown key; F004 a value that cannot stand
/// where it is; F005 a language is missing; F006 the name of the file is no record type; F007 a code that cannot be one;
/// F008 a code or label that is taken; F009 options that exclude each other.
/// </param>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and what would be right, in both languages.</param>
public sealed record OwnFieldMistake(string Code, string File, int Line, Text Message)
{
    /// <summary>As a compiler writes it, in both languages.</summary>
    public override string ToString() => $"{File}({Line}): {Code} {Message.Ja} / {Message.En}";
}

/// <summary>Declarations of own fields have mistakes; the message lists all of them.</summary>
public sealed class OwnFieldFault(IReadOnlyList<OwnFieldMistake> mistakes)
    : Exception("独自項目の設定に誤りがあります / declarations of own fields have mistakes:\n" + string.Join('\n', mistakes))
{
    public IReadOnlyList<OwnFieldMistake> Mistakes { get; } = mistakes;

    /// <summary>The mistakes alone: whoever wrote the declarations has no use for where in the program they were found.</summary>
    public override string ToString() => Message;
}
