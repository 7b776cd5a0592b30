using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace Kakehashi.Platform.Store;

/// <summary>What conditions ask of a store that LINQ has no word for, so that every store answers alike.</summary>
internal static class StoreFunctions
{
    private static readonly MethodInfo PlaceMethod = typeof(StoreFunctions).GetMethod(nameof(PlaceIn))!;

    /// <summary>
    /// Where a piece begins in a text, counted from 1; 0 where it is not in it. A–Z are the same as a–z; any other
    /// character is itself, so that a % or _ means nothing else.
    /// </summary>
    public static int PlaceIn(string? text, string piece) => throw new NotSupportedException($"Only a store finds “{piece}” in {text}");

    /// <summary>Whether a piece is somewhere in a text, as an expression.</summary>
    public static Expression Contains(Expression text, string piece) =>
        Expression.GreaterThan(Expression.Call(PlaceMethod, text, Parameters.Of(piece)), Expression.Constant(0));

    public static void Map(ModelBuilder model, bool isSqlite) =>
        model.HasDbFunction(PlaceMethod).HasTranslation(arguments => Function(isSqlite ? "instr" : "strpos", typeof(int),
            [.. arguments.Select(text => Function("lower", typeof(string), [isSqlite ? text : new CollateExpression(text, "C")]))]));

    /// <summary>SQLite folds no more than ASCII; so does PostgreSQL in the collation "C".</summary>
    private static SqlFunctionExpression Function(string name, Type type, SqlExpression[] arguments) =>
        new(name, arguments, nullable: true, argumentsPropagateNullability: arguments.Select(_ => true), type, type == arguments[0].Type ? arguments[0].TypeMapping : null);
}
