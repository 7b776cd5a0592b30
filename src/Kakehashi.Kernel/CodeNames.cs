using System.Text;

namespace Kakehashi.Kernel;

/// <summary>
/// How a C# name is written where data leaves the program: <c>InForce</c> becomes <c>in_force</c> in tables, files,
/// the API and indicator filters alike, so that a person meets one spelling.
/// </summary>
public static class CodeNames
{
    /// <summary>Snake case: an underscore before each capital and each run of digits that follows a small letter.</summary>
    public static string Of(string name)
    {
        var code = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var starts = i > 0 && name[i - 1] != '_'
                && ((char.IsUpper(c) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                    || (char.IsDigit(c) && char.IsLower(name[i - 1])));
            if (starts) code.Append('_');
            code.Append(char.ToLowerInvariant(c));
        }

        return code.ToString();
    }

    /// <summary>The code of an enum value.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Of(value.ToString());
}
