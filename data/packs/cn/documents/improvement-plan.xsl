<?xml version="1.0" encoding="UTF-8"?>
<!-- 绩效改进计划：真正的帮助，写明目标、培训、辅导人和日期；没有预先写好的法律后果。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="agreement">
      <title id="title">绩效改进计划书</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <p id="purpose">本计划的目的，是帮助您在<field path="case/measure[@kind='plan']/@from" as="date"/>至<field path="case/measure[@kind='plan']/@until" as="date"/>期间达到<field path="employee/employment/@position"/>的岗位标准，公司希望您成功。</p>
      <item id="gap"><strong>差距。</strong></item>
      <table id="gaps" columns="6 4 4" head="true">
        <row><cell>岗位标准</cell><cell>要求</cell><cell>现状</cell></row>
        <xsl:for-each select="case/appraisal">
          <xsl:variable name="at" select="concat('case/appraisal[', position(), ']/@')"/>
          <row><cell><field path="{$at}standard"/></cell><cell><field path="{$at}target"/></cell><cell><field path="{$at}actual"/></cell></row>
        </xsl:for-each>
        <xsl:if test="not(case/appraisal)">
          <row><cell><field path="case/appraisal[1]/@standard"/></cell><cell><field path="case/appraisal[1]/@target"/></cell><cell><field path="case/appraisal[1]/@actual"/></cell></row>
        </xsl:if>
      </table>
      <item id="support"><strong>公司的支持。</strong>培训和辅导：<field path="case/measure[@kind='plan']/@title"/>；内容：<field path="case/measure[@kind='plan']/@content"/>。<xsl:if test="employee/employment/@supervisor">辅导人：<field path="employee/employment/@supervisor" as="name"/>。</xsl:if></item>
      <item id="talks"><strong>进度面谈。</strong>每两周一次，每次形成记录，由双方签名。</item>
      <item id="review"><strong>评估。</strong>期满后五个工作日内按上述要求评估，结果书面告知您，您可以提出意见并申请复核。期间依法休假、病假的天数顺延。</item>
      <item id="after"><strong>以后。</strong>达到要求的，计划结束，不影响以后的考核；还没有达到的，公司与您商量进一步培训、调整工作岗位或者其他依法可行的安排。计划期间，您的工资和待遇不变。</item>
      <item id="view"><strong>您的意见和需要的帮助：</strong><blank size="19"/></item>
      <sign id="sign" kind="line">
        <row><cell>员工：<blank size="8"/></cell><cell>主管：<blank size="8"/></cell><cell>人力资源：<blank size="8"/></cell></row>
        <row><cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </sign>
    </document>
  </xsl:template>
</xsl:stylesheet>
