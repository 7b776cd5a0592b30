using Kakehashi.Strategy.Tree;
using Kakehashi.Strategy.Versions;

namespace Kakehashi.Tests.Strategy;

public sealed class EditingAStrategy
{
    private readonly StrategyDraft draft = new()
    {
        LastKey = 5,
        Goals = [new() { Key = 1, Code = "g1" }],
        Groups =
        [
            new() { Key = 2, Code = "A", Actions = [new() { Key = 3, Code = "A.1", Goals = ["g1"] }, new() { Key = 4, Code = "A.2" }] },
            new() { Key = 5, Code = "B" },
        ],
    };

    [Fact]
    public void Moves_a_part_among_those_beside_it_and_no_further()
    {
        var first = draft.Part(3)!;
        draft.Move(first, -1);
        Assert.Equal("A.1 A.2", Actions(0));
        draft.Move(first, 1);
        draft.Move(first, 1);
        Assert.Equal("A.2 A.1", Actions(0));
        draft.Move(draft.Part(5)!, -1);
        Assert.Equal(["B", "A"], draft.Groups.Select(group => group.Code));
    }

    [Fact]
    public void Puts_an_action_at_the_end_of_another_group()
    {
        draft.MoveTo((DraftAction)draft.Part(3)!, draft.Groups[1]);
        Assert.Equal(("A.2", "A.1"), (Actions(0), Actions(1)));
    }

    [Fact]
    public void Takes_a_goal_out_of_the_actions_that_name_it()
    {
        draft.Remove(draft.Part(1)!);
        Assert.Empty(draft.Goals);
        Assert.Empty(draft.Groups[0].Actions[0].Goals);
    }

    [Fact]
    public void Gives_a_new_action_the_code_that_comes_next_and_lets_only_new_parts_be_renamed()
    {
        draft.Part(3)!.Code = "A.3";
        var added = draft.AddAction(draft.Groups[0]);
        Assert.Equal(("A.4", true, 6), (added.Code, added.IsNew, added.Key));
        draft.Rename(added, "A.9");
        draft.Rename(draft.Part(4)!, "A.8");
        Assert.Equal("A.3 A.2 A.9", Actions(0));
    }

    [Fact]
    public void Renames_a_new_goal_where_actions_name_it_too()
    {
        var goal = draft.AddGoal();
        draft.Rename(goal, "g2");
        draft.Groups[0].Actions[1].Goals = ["g2"];
        draft.Rename(goal, "g3");
        Assert.Equal(["g3"], draft.Groups[0].Actions[1].Goals);
    }

    private string Actions(int group) => string.Join(' ', draft.Groups[group].Actions.Select(action => action.Code));
}
