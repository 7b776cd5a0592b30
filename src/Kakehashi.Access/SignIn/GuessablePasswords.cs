using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Microsoft.AspNetCore.Identity;

namespace Kakehashi.Access.SignIn;

/// <summary>
/// Refuses passwords that are tried first: those that leaked most often, words, names, rows of keys, repetitions and years,
/// alone or put together, and what is known of the person, the university and the site. zxcvbn weighs all of it.
/// </summary>
public sealed class GuessablePasswords(Workspace workspace, PublicAddress address) : IPasswordValidator<Account>
{
    /// <summary>Further passwords that are refused, one a line, beside the data: a university may put a list of leaked ones there.</summary>
    public const string List = "passwords.txt";

    internal const string Guessable = "GuessablePassword";

    /// <summary>0 to 4: from 3 on whoever steals the hashes needs far more guesses than they are worth.</summary>
    private const int Enough = 3;

    /// <summary>The time it takes grows with the square of the length; what is good so far does not become worse.</summary>
    private const int Weighed = 100;

    private const int ShortestWord = 3;

    private static readonly char[] Between = [' ', '\u3000', '.', '-', '_', '@', '+', ','];

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (string.IsNullOrEmpty(password)) return IdentityResult.Success;
        var begin = password.Length > Weighed ? password[..Weighed] : password;
        var isGuessable = Zxcvbn.Zxcvbn.MatchPassword(begin, Known(user)).Score < Enough || await IsListedAsync(password);
        return isGuessable ? IdentityResult.Failed(new IdentityError { Code = Guessable, Description = "The password is among those that are tried first." }) : IdentityResult.Success;
    }

    /// <summary>What somebody who knows the person would try.</summary>
    private IEnumerable<string> Known(Account user)
    {
        var name = workspace.University.Name;
        return new[] { "kakehashi", user.UserName, user.DisplayName, user.Email, address.Site?.Host, name.In(Language.Ja), name.In(Language.En) }
            .OfType<string>().SelectMany(text => text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Append(text))
            .Where(word => word.Length >= ShortestWord).Select(word => word.ToLowerInvariant()).Distinct();
    }

    /// <summary>Read each time, line by line: passwords are seldom chosen, and the list may be long and be replaced.</summary>
    private async Task<bool> IsListedAsync(string password)
    {
        var file = Path.Combine(workspace.Data, List);
        if (!File.Exists(file)) return false;
        await foreach (var line in File.ReadLinesAsync(file))
            if (line.Equals(password, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
