<!-- BEGIN: main -->
<!-- BEGIN: look --><link rel="stylesheet" href="{FOLDER}themes/{LOOK}.css"><!-- END: look -->
<script src="{FOLDER}tom-tat.js" async></script>
<tom-tat<!-- BEGIN: attribute --> {ATTRIBUTE.name}="{ATTRIBUTE.value}"<!-- END: attribute -->><!-- BEGIN: stated --><script type="application/json" data-show="inline">{STATED}</script><!-- END: stated --></tom-tat>
<!-- END: main -->
