document.querySelector('#post-back').submit();
