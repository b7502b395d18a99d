"""``claimbook completion``."""

import click
from click.shell_completion import get_completion_class

from claimbook.cli.terminal import say

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_CLAIMBOOK_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, /, shell: str) -> None:
    """Print what makes a shell complete commands, options, ids and ratings with Tab.

    \b
    To have it in every new terminal:
      bash  claimbook completion bash > ~/.claimbook-completion.bash
            echo '. ~/.claimbook-completion.bash' >> ~/.bashrc
      zsh   claimbook completion zsh > ~/.claimbook-completion.zsh
            echo '. ~/.claimbook-completion.zsh' >> ~/.zshrc
      fish  claimbook completion fish > ~/.config/fish/completions/claimbook.fish

    \b
    Example:
      eval "$(claimbook completion bash)"     for this terminal only
    """
    of_shell = get_completion_class(shell)
    if of_shell is None:
        raise click.UsageError(f"nothing is known of the shell `{shell}`")
    say(of_shell(ctx.find_root().command, {}, "claimbook", _VARIABLE).source())
